-- CreateTable
CREATE TABLE "Mailbox" (
    "creatorId" BIGINT NOT NULL PRIMARY KEY,
    "channelId" BIGINT,
    "timezone" TEXT,
    "fromTime" TEXT NOT NULL,
    "toTime" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "weekday" INTEGER,
    "weeklyTime" TEXT,
    "weeklyDueAt" DATETIME,
    "nextDueAt" DATETIME,
    "version" INTEGER NOT NULL,
    "closedAt" DATETIME,
    CONSTRAINT "Mailbox_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "creatorId" BIGINT NOT NULL,
    "videoId" BIGINT NOT NULL,
    "age" INTEGER NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "letterId" BIGINT,
    CONSTRAINT "Reminder_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Mailbox" ("creatorId") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Reminder_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Reminder_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "creatorId" BIGINT NOT NULL,
    "day" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "weeklyTo" DATETIME,
    "channelId" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "nextTryAt" DATETIME,
    "claim" TEXT,
    "attempts" INTEGER NOT NULL,
    "doubtSince" DATETIME,
    "reason" JSONB,
    "lastError" TEXT,
    "content" JSONB,
    "messageId" BIGINT,
    "postedAt" DATETIME,
    CONSTRAINT "Letter_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Mailbox" ("creatorId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Mailbox_nextDueAt_idx" ON "Mailbox"("nextDueAt");

-- CreateIndex
CREATE INDEX "Reminder_creatorId_letterId_idx" ON "Reminder"("creatorId", "letterId");

-- CreateIndex
CREATE INDEX "Reminder_videoId_idx" ON "Reminder"("videoId");

-- CreateIndex
CREATE INDEX "Reminder_letterId_idx" ON "Reminder"("letterId");

-- CreateIndex
CREATE INDEX "Letter_nextTryAt_idx" ON "Letter"("nextTryAt");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_creatorId_day_key" ON "Letter"("creatorId", "day");
