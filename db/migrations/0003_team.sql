CREATE TABLE `comment` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`subject` text NOT NULL,
	`subjectId` text NOT NULL,
	`body` text NOT NULL,
	`atMs` integer NOT NULL,
	`authorMemberId` text,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `comment_account` ON `comment` (`accountId`);--> statement-breakpoint
CREATE INDEX `comment_subject` ON `comment` (`subjectId`);--> statement-breakpoint
CREATE TABLE `read_mark` (
	`id` text PRIMARY KEY NOT NULL,
	`memberId` text NOT NULL,
	`subjectId` text NOT NULL,
	`atMs` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `survey_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`personId` text,
	`memberId` text,
	`meetingId` text,
	`kind` text NOT NULL,
	`score` integer NOT NULL,
	`remark` text DEFAULT '' NOT NULL,
	`atMs` integer NOT NULL,
	`createdAtMs` integer
);
--> statement-breakpoint
CREATE INDEX `survey_answer_account` ON `survey_answer` (`accountId`);