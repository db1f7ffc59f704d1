CREATE TABLE `outgoing_mail` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`visitId` text NOT NULL,
	`attendeeId` text NOT NULL,
	`kind` text NOT NULL,
	`status` text DEFAULT 'queued' NOT NULL,
	`statusAtMs` integer,
	`failure` text DEFAULT '' NOT NULL,
	`language` text DEFAULT 'en' NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`opening` text DEFAULT '' NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`isAsking` integer DEFAULT 1 NOT NULL,
	`content` text NOT NULL,
	`authorMemberId` text,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `outgoing_mail_account` ON `outgoing_mail` (`accountId`);--> statement-breakpoint
CREATE INDEX `outgoing_mail_visit` ON `outgoing_mail` (`visitId`);