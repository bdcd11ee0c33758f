-- CreateTable
CREATE TABLE "Mailbox" (
    "creatorId" BIGINT NOT NULL,
    "channelId" BIGINT,
    "timezone" TEXT,
    "fromTime" TEXT NOT NULL,
    "toTime" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "weekday" INTEGER,
    "weeklyTime" TEXT,
    "weeklyDueAt" TIMESTAMP(3),
    "nextDueAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Mailbox_pkey" PRIMARY KEY ("creatorId")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "videoId" BIGINT NOT NULL,
    "age" INTEGER NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "letterId" BIGINT,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "day" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "weeklyTo" TIMESTAMP(3),
    "channelId" BIGINT NOT NULL,
    "state" "DigestState" NOT NULL,
    "nextTryAt" TIMESTAMP(3),
    "claim" TEXT,
    "attempts" INTEGER NOT NULL,
    "doubtSince" TIMESTAMP(3),
    "reason" JSONB,
    "lastError" TEXT,
    "content" JSONB,
    "messageId" BIGINT,
    "postedAt" TIMESTAMP(3),

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Mailbox" ADD CONSTRAINT "Mailbox_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Mailbox"("creatorId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Mailbox"("creatorId") ON DELETE CASCADE ON UPDATE CASCADE;
