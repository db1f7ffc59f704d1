CREATE TABLE `conflict` (
	`id` text PRIMARY KEY NOT NULL,
	`rowTable` text NOT NULL,
	`rowId` text NOT NULL,
	`field` text NOT NULL,
	`kind` text NOT NULL,
	`kept` text,
	`keptDevice` text,
	`keptUser` text,
	`keptAtMs` integer,
	`lost` text,
	`lostDevice` text,
	`lostUser` text,
	`lostAtMs` integer,
	`resolvedAtMs` integer,
	`resolvedBy` text
);
--> statement-breakpoint
CREATE INDEX `conflict_row` ON `conflict` (`rowTable`,`rowId`);--> statement-breakpoint
CREATE TABLE `_chain` (
	`n` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `_copy` (
	`tbl` text NOT NULL,
	`rowId` text NOT NULL,
	`row` text NOT NULL,
	PRIMARY KEY(`tbl`, `rowId`)
);
--> statement-breakpoint
CREATE TABLE `_dead` (
	`tbl` text NOT NULL,
	`rowId` text NOT NULL,
	`bucket` text NOT NULL,
	`row` text NOT NULL,
	`why` text NOT NULL,
	PRIMARY KEY(`tbl`, `rowId`)
);
--> statement-breakpoint
CREATE TABLE `_link` (
	`id` integer PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`server` text NOT NULL,
	`workspaceId` text NOT NULL,
	`workspaceName` text NOT NULL,
	`userName` text NOT NULL,
	`serverKey` text,
	`startN` integer NOT NULL,
	`joinedAtMs` integer NOT NULL,
	`doneAtMs` integer
);
--> statement-breakpoint
CREATE TABLE `_news` (
	`tbl` text NOT NULL,
	`rowId` text NOT NULL,
	`bucket` text NOT NULL,
	`atMs` integer NOT NULL,
	PRIMARY KEY(`tbl`, `rowId`)
);
--> statement-breakpoint
CREATE INDEX `_news_bucket` ON `_news` (`bucket`);--> statement-breakpoint
CREATE TABLE `_set_aside` (
	`n` integer PRIMARY KEY NOT NULL,
	`tbl` text NOT NULL,
	`rowId` text NOT NULL,
	`bucket` text NOT NULL,
	`change` text NOT NULL,
	`reason` text NOT NULL,
	`isLocal` integer DEFAULT 0 NOT NULL,
	`atMs` integer NOT NULL,
	`resolvedAtMs` integer
);
--> statement-breakpoint
CREATE TABLE `_text` (
	`tbl` text NOT NULL,
	`rowId` text NOT NULL,
	`column` text NOT NULL,
	`gen` integer NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`tbl`, `rowId`, `column`)
);
--> statement-breakpoint
CREATE TABLE `_unknown` (
	`tbl` text NOT NULL,
	`rowId` text NOT NULL,
	`bucket` text NOT NULL,
	`row` text NOT NULL,
	PRIMARY KEY(`tbl`, `rowId`)
);
--> statement-breakpoint
CREATE INDEX `_row_bucket` ON `_row` (`bucket`);