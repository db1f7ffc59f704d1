"""A mail server from Debian (python3-aiosmtpd) that writes what it got as JSON lines.

Prints {"port": n} first, then one line per mail; ends when its input ends.
"""
import base64
import json
import socket
import sys

try:
    from aiosmtpd.controller import Controller
except ImportError:
    print(json.dumps({"missing": "python3-aiosmtpd"}), flush=True)
    sys.exit(0)


class Sink:
    async def handle_DATA(self, server, session, envelope):
        mail = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "bytes": base64.b64encode(envelope.content).decode("ascii"),
        }
        print(json.dumps(mail), flush=True)
        return "250 OK"


def find_free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


port = find_free_port()
controller = Controller(Sink(), hostname="127.0.0.1", port=port, ready_timeout=25)
controller.start()
print(json.dumps({"port": port}), flush=True)
sys.stdin.read()
controller.stop()
