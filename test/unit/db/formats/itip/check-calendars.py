"""Reads calendar objects with two parsers that are not written in JavaScript and tells what they find.

Input: JSON lines {"text", "startAtMs", "endAtMs"}. Output: one JSON object
{"parsers": [...], "problems": [...]}. Debian packages: python3-icalendar, python3-gi, gir1.2-ical-3.0.
"""
import json
import sys

parsers = []
try:
    import icalendar

    parsers.append("icalendar")
except ImportError:
    icalendar = None
try:
    import gi

    gi.require_version("ICalGLib", "3.0")
    from gi.repository import ICalGLib as ICal

    parsers.append("libical")
except (ImportError, ValueError):
    ICal = None


def check_icalendar(case):
    calendar = icalendar.Calendar.from_ical(case["text"].encode("utf-8"))
    problems = [str(error) for part in calendar.walk() for error in part.errors]
    events = calendar.walk("VEVENT")
    if len(events) != 1:
        return problems + ["%d events" % len(events)]
    for name, wanted in (("DTSTART", case["startAtMs"]), ("DTEND", case["endAtMs"])):
        at = events[0].decoded(name)
        if at.tzinfo is None:
            problems.append("%s without a zone" % name)
    if calendar.to_ical() == b"":
        problems.append("empty again")
    return problems


def check_libical(case):
    calendar = ICal.Component.new_from_string(case["text"])
    if calendar is None:
        return ["not parsed"]
    problems = []
    if calendar.count_errors() > 0:
        problems.append("%d errors" % calendar.count_errors())
    if not calendar.check_restrictions():
        problems.append("restriction (RFC 5546) broken")
    event = calendar.get_first_component(ICal.ComponentKind.VEVENT_COMPONENT)
    for kind, wanted in (
        (ICal.PropertyKind.DTSTART_PROPERTY, case["startAtMs"]),
        (ICal.PropertyKind.DTEND_PROPERTY, case["endAtMs"]),
    ):
        line = event.get_first_property(kind)
        time = line.get_dtstart() if kind == ICal.PropertyKind.DTSTART_PROPERTY else line.get_dtend()
        parameter = line.get_first_parameter(ICal.ParameterKind.TZID_PARAMETER)
        zone = (
            calendar.get_timezone(parameter.get_tzid())
            if parameter is not None
            else ICal.Timezone.get_utc_timezone()
        )
        if zone is None:
            problems.append("no VTIMEZONE for the TZID")
            continue
        seconds = time.as_timet_with_zone(zone)
        if seconds != wanted // 1000:
            problems.append("%s is %d s off" % (kind, seconds - wanted // 1000))
    return problems


def main():
    problems = []
    count = 0
    for number, line in enumerate(sys.stdin):
        case = json.loads(line)
        count += 1
        for name, check in (("icalendar", check_icalendar), ("libical", check_libical)):
            if name not in parsers:
                continue
            try:
                found = check(case)
            except Exception as error:
                found = ["%s: %s" % (type(error).__name__, error)]
            problems += ["%d %s %s" % (number, name, text) for text in found]
    json.dump({"parsers": parsers, "count": count, "problems": problems}, sys.stdout)


main()
