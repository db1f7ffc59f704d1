CREATE TABLE `snapshot_content` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`body` text NOT NULL,
	`seats` integer DEFAULT 0 NOT NULL,
	`people` integer DEFAULT 0 NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `snapshot_content_account` ON `snapshot_content` (`accountId`);--> statement-breakpoint
CREATE TABLE `snapshot` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`contentId` text NOT NULL,
	`kind` text DEFAULT 'by_hand' NOT NULL,
	`meetingId` text,
	`name` text DEFAULT '' NOT NULL,
	`seats` integer DEFAULT 0 NOT NULL,
	`people` integer DEFAULT 0 NOT NULL,
	`atMs` integer NOT NULL,
	`memberId` text,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `snapshot_account` ON `snapshot` (`accountId`);--> statement-breakpoint
CREATE INDEX `snapshot_meeting` ON `snapshot` (`meetingId`);