CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`status` text DEFAULT 'prospect' NOT NULL,
	`segment` text DEFAULT 'unknown' NOT NULL,
	`origin` text DEFAULT 'unknown' NOT NULL,
	`industry` text DEFAULT '' NOT NULL,
	`region` text DEFAULT '' NOT NULL,
	`country` text DEFAULT '' NOT NULL,
	`city` text DEFAULT '' NOT NULL,
	`website` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`ownerMemberId` text,
	`parentAccountId` text,
	`valueNowMinor` integer,
	`potentialValueMinor` integer,
	`currency` text DEFAULT 'EUR' NOT NULL,
	`employees` integer,
	`seatsActual` integer,
	`seatsPotential` integer,
	`customerSince` text,
	`contractTerm` text DEFAULT 'unknown' NOT NULL,
	`contractStart` text,
	`renewalDate` text,
	`noticeDate` text,
	`programmeName` text DEFAULT '' NOT NULL,
	`programmeBudgetMinor` integer,
	`netRetention` real,
	`isReference` integer DEFAULT 0 NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`externalId` text DEFAULT '' NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `account_name` ON `account` (`name`);--> statement-breakpoint
CREATE INDEX `account_external` ON `account` (`externalId`);--> statement-breakpoint
CREATE TABLE `action_item` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`meetingId` text,
	`visitId` text,
	`title` text NOT NULL,
	`status` text DEFAULT 'open' NOT NULL,
	`ownerMemberId` text,
	`personId` text,
	`ownerName` text DEFAULT '' NOT NULL,
	`dueDate` text,
	`doneAtMs` integer,
	`isPrivate` integer DEFAULT 0 NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `action_item_account` ON `action_item` (`accountId`);--> statement-breakpoint
CREATE INDEX `action_item_status` ON `action_item` (`status`);--> statement-breakpoint
CREATE TABLE `agenda_item` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`visitId` text NOT NULL,
	`rank` text DEFAULT '' NOT NULL,
	`kind` text DEFAULT 'item' NOT NULL,
	`title` text NOT NULL,
	`durationMinutes` integer DEFAULT 30 NOT NULL,
	`gapMinutes` integer DEFAULT 0 NOT NULL,
	`objective` text DEFAULT '' NOT NULL,
	`ownerMemberId` text,
	`room` text DEFAULT '' NOT NULL,
	`isCustomerValue` integer DEFAULT 1 NOT NULL,
	`isNoSell` integer DEFAULT 0 NOT NULL,
	`preparation` text DEFAULT '' NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `agenda_item_account` ON `agenda_item` (`accountId`);--> statement-breakpoint
CREATE INDEX `agenda_item_visit` ON `agenda_item` (`visitId`);--> statement-breakpoint
CREATE TABLE `agenda_need` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`visitId` text NOT NULL,
	`agendaItemId` text NOT NULL,
	`personId` text NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `agenda_need_visit` ON `agenda_need` (`visitId`);--> statement-breakpoint
CREATE TABLE `attendee` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`visitId` text NOT NULL,
	`personId` text,
	`memberId` text,
	`isInvited` integer DEFAULT 1 NOT NULL,
	`leftOutReason` text DEFAULT '' NOT NULL,
	`role` text DEFAULT 'REQ-PARTICIPANT' NOT NULL,
	`modality` text DEFAULT 'on_site' NOT NULL,
	`partstat` text DEFAULT 'NEEDS-ACTION' NOT NULL,
	`answerSequence` integer,
	`answerStampAtMs` integer,
	`answerComment` text DEFAULT '' NOT NULL,
	`delegatedTo` text DEFAULT '' NOT NULL,
	`isUnverified` integer DEFAULT 0 NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `attendee_account` ON `attendee` (`accountId`);--> statement-breakpoint
CREATE INDEX `attendee_visit` ON `attendee` (`visitId`);--> statement-breakpoint
CREATE TABLE `buying_role` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`personId` text NOT NULL,
	`role` text NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `buying_role_account` ON `buying_role` (`accountId`);--> statement-breakpoint
CREATE TABLE `competitor_sighting` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`competitorId` text,
	`competitorName` text DEFAULT '' NOT NULL,
	`personId` text,
	`meetingId` text,
	`atMs` integer NOT NULL,
	`pitch` text DEFAULT '' NOT NULL,
	`ourAnswer` text DEFAULT '' NOT NULL,
	`productRequest` text DEFAULT '' NOT NULL,
	`authorMemberId` text,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `competitor_sighting_account` ON `competitor_sighting` (`accountId`);--> statement-breakpoint
CREATE TABLE `competitor` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`website` text DEFAULT '' NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE TABLE `gate` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`kind` text NOT NULL,
	`status` text DEFAULT 'unknown' NOT NULL,
	`personId` text,
	`date` text,
	`evidence` text DEFAULT '' NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `gate_account` ON `gate` (`accountId`);--> statement-breakpoint
CREATE TABLE `line` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`fromSeatId` text NOT NULL,
	`toSeatId` text NOT NULL,
	`kind` text NOT NULL,
	`strength` integer DEFAULT 2 NOT NULL,
	`remark` text DEFAULT '' NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `line_account` ON `line` (`accountId`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`visitId` text,
	`title` text NOT NULL,
	`modality` text DEFAULT 'on_site' NOT NULL,
	`status` text DEFAULT 'planned' NOT NULL,
	`startedAtMs` integer NOT NULL,
	`endedAtMs` integer,
	`timeZone` text DEFAULT 'UTC' NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`nextStep` text DEFAULT '' NOT NULL,
	`ownerMemberId` text,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `meeting_account` ON `meeting` (`accountId`);--> statement-breakpoint
CREATE INDEX `meeting_start` ON `meeting` (`startedAtMs`);--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`teamRole` text DEFAULT 'ae' NOT NULL,
	`managerMemberId` text,
	`language` text DEFAULT 'en' NOT NULL,
	`isActive` integer DEFAULT 1 NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE TABLE `note` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`meetingId` text,
	`visitId` text,
	`personId` text,
	`agendaItemId` text,
	`kind` text DEFAULT 'note' NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`isPrivate` integer DEFAULT 0 NOT NULL,
	`atMs` integer NOT NULL,
	`authorMemberId` text,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `note_account` ON `note` (`accountId`);--> statement-breakpoint
CREATE INDEX `note_meeting` ON `note` (`meetingId`);--> statement-breakpoint
CREATE INDEX `note_person` ON `note` (`personId`);--> statement-breakpoint
CREATE TABLE `occupancy` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`seatId` text NOT NULL,
	`personId` text NOT NULL,
	`fromDate` text,
	`toDate` text,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `occupancy_account` ON `occupancy` (`accountId`);--> statement-breakpoint
CREATE INDEX `occupancy_seat` ON `occupancy` (`seatId`);--> statement-breakpoint
CREATE INDEX `occupancy_person` ON `occupancy` (`personId`);--> statement-breakpoint
CREATE TABLE `opinion` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`personId` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`atMs` integer NOT NULL,
	`memberId` text,
	`meetingId` text,
	`remark` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `opinion_account` ON `opinion` (`accountId`);--> statement-breakpoint
CREATE INDEX `opinion_person` ON `opinion` (`personId`);--> statement-breakpoint
CREATE TABLE `opportunity` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`name` text NOT NULL,
	`kind` text DEFAULT 'new' NOT NULL,
	`stage` text DEFAULT 'open' NOT NULL,
	`valueMinor` integer,
	`currency` text DEFAULT 'EUR' NOT NULL,
	`closeDate` text,
	`nextStep` text DEFAULT '' NOT NULL,
	`outcomeReason` text DEFAULT '' NOT NULL,
	`ownerMemberId` text,
	`externalId` text DEFAULT '' NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `opportunity_account` ON `opportunity` (`accountId`);--> statement-breakpoint
CREATE TABLE `participant` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`meetingId` text NOT NULL,
	`personId` text,
	`memberId` text,
	`attendance` text DEFAULT 'unknown' NOT NULL,
	`modality` text DEFAULT 'on_site' NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `participant_account` ON `participant` (`accountId`);--> statement-breakpoint
CREATE INDEX `participant_meeting` ON `participant` (`meetingId`);--> statement-breakpoint
CREATE INDEX `participant_person` ON `participant` (`personId`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`personKey` text NOT NULL,
	`name` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`mobile` text DEFAULT '' NOT NULL,
	`language` text DEFAULT '' NOT NULL,
	`siteId` text,
	`status` text DEFAULT 'active' NOT NULL,
	`isOptedOut` integer DEFAULT 0 NOT NULL,
	`isTopFive` integer DEFAULT 0 NOT NULL,
	`isAdvocate` integer DEFAULT 0 NOT NULL,
	`isPartner` integer DEFAULT 0 NOT NULL,
	`isCompetitorMet` integer DEFAULT 0 NOT NULL,
	`stance` text DEFAULT 'unknown' NOT NULL,
	`stanceAtMs` integer,
	`stanceMemberId` text,
	`stanceMeetingId` text,
	`influence` text DEFAULT 'unknown' NOT NULL,
	`influenceAtMs` integer,
	`influenceMemberId` text,
	`responseMode` text DEFAULT 'unknown' NOT NULL,
	`coverage` text DEFAULT 'unknown' NOT NULL,
	`relationshipLevel` text DEFAULT 'unknown' NOT NULL,
	`relationshipTarget` text DEFAULT 'unknown' NOT NULL,
	`buyIn` text DEFAULT 'unknown' NOT NULL,
	`buyInAtMs` integer,
	`buyInEvidence` text DEFAULT '' NOT NULL,
	`ownerMemberId` text,
	`needs` text DEFAULT '' NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`externalId` text DEFAULT '' NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `person_account` ON `person` (`accountId`);--> statement-breakpoint
CREATE INDEX `person_key` ON `person` (`personKey`);--> statement-breakpoint
CREATE INDEX `person_email` ON `person` (`email`);--> statement-breakpoint
CREATE TABLE `preference` (
	`id` text PRIMARY KEY NOT NULL,
	`memberId` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `seat` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`bossId` text,
	`rank` text DEFAULT '' NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`department` text DEFAULT '' NOT NULL,
	`level` text DEFAULT 'unknown' NOT NULL,
	`siteId` text,
	`headcount` integer DEFAULT 1 NOT NULL,
	`remark` text DEFAULT '' NOT NULL,
	`externalId` text DEFAULT '' NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `seat_account` ON `seat` (`accountId`);--> statement-breakpoint
CREATE INDEX `seat_boss` ON `seat` (`bossId`);--> statement-breakpoint
CREATE TABLE `site` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`name` text NOT NULL,
	`street` text DEFAULT '' NOT NULL,
	`postalCode` text DEFAULT '' NOT NULL,
	`city` text DEFAULT '' NOT NULL,
	`region` text DEFAULT '' NOT NULL,
	`country` text DEFAULT '' NOT NULL,
	`timeZone` text DEFAULT 'Europe/Berlin' NOT NULL,
	`isHeadquarters` integer DEFAULT 0 NOT NULL,
	`directions` text DEFAULT '' NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `site_account` ON `site` (`accountId`);--> statement-breakpoint
CREATE TABLE `visit` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`title` text NOT NULL,
	`type` text DEFAULT 'discovery' NOT NULL,
	`status` text DEFAULT 'draft' NOT NULL,
	`modality` text DEFAULT 'on_site' NOT NULL,
	`siteId` text,
	`room` text DEFAULT '' NOT NULL,
	`startAtMs` integer NOT NULL,
	`endAtMs` integer NOT NULL,
	`timeZone` text NOT NULL,
	`startLocal` text NOT NULL,
	`objective` text DEFAULT '' NOT NULL,
	`welcome` text DEFAULT '' NOT NULL,
	`preparation` text DEFAULT '' NOT NULL,
	`uid` text NOT NULL,
	`sequence` integer,
	`ownerMemberId` text,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `visit_account` ON `visit` (`accountId`);--> statement-breakpoint
CREATE INDEX `visit_start` ON `visit` (`startAtMs`);--> statement-breakpoint
CREATE TABLE `_change` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tx` integer NOT NULL,
	`tbl` text NOT NULL,
	`rowId` text NOT NULL,
	`bucket` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`prev` text,
	`base` integer NOT NULL,
	`hlc` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `_change_tx` ON `_change` (`tx`);--> statement-breakpoint
CREATE INDEX `_change_row` ON `_change` (`tbl`,`rowId`);--> statement-breakpoint
CREATE TABLE `_cursor` (
	`bucket` text PRIMARY KEY NOT NULL,
	`cursor` integer DEFAULT 0 NOT NULL,
	`role` text,
	`state` text
);
--> statement-breakpoint
CREATE TABLE `_device` (
	`id` integer PRIMARY KEY NOT NULL,
	`node` text NOT NULL,
	`memberId` text NOT NULL,
	`deviceId` text,
	`epoch` text,
	`accessVersion` integer,
	`lastAckedN` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `_draft` (
	`key` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`atMs` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `_local` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `_row` (
	`tbl` text NOT NULL,
	`rowId` text NOT NULL,
	`bucket` text NOT NULL,
	`seq` integer NOT NULL,
	`extra` text,
	PRIMARY KEY(`tbl`, `rowId`)
);
--> statement-breakpoint
CREATE TABLE `_search_row` (
	`docId` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tbl` text NOT NULL,
	`rowId` text NOT NULL,
	`accountId` text
);
--> statement-breakpoint
CREATE INDEX `_search_row_id` ON `_search_row` (`tbl`,`rowId`);--> statement-breakpoint
CREATE TABLE `_step` (
	`tx` integer PRIMARY KEY NOT NULL,
	`operation` text NOT NULL,
	`state` text NOT NULL,
	`atMs` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `_step_state` ON `_step` (`state`);--> statement-breakpoint
CREATE TABLE `_trash` (
	`tbl` text NOT NULL,
	`rowId` text NOT NULL,
	`bucket` text NOT NULL,
	`data` text NOT NULL,
	`deletedAtMs` integer NOT NULL,
	PRIMARY KEY(`tbl`, `rowId`)
);
