-- CreateTable
CREATE TABLE "Creator" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "Guild" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leftAt" DATETIME
);

-- CreateTable
CREATE TABLE "Setting" (
    "guildId" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("guildId", "key"),
    CONSTRAINT "Setting_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Video" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "creatorId" BIGINT NOT NULL,
    "identity" TEXT NOT NULL,
    "titleKey" TEXT,
    "tiktokId" BIGINT,
    "handle" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'video',
    "link" TEXT,
    "title" TEXT,
    "posted" TEXT,
    "category" TEXT,
    "duration" REAL,
    "toldInPrivate" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Video_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reading" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "videoId" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "guildId" BIGINT,
    "takenAt" DATETIME NOT NULL,
    "views" BIGINT NOT NULL,
    "viewsStep" BIGINT NOT NULL,
    "likes" BIGINT NOT NULL,
    "likesStep" BIGINT NOT NULL,
    "comments" BIGINT NOT NULL,
    "commentsStep" BIGINT NOT NULL,
    "shares" BIGINT NOT NULL,
    "sharesStep" BIGINT NOT NULL,
    "newFollowers" BIGINT,
    "newFollowersStep" BIGINT,
    "watchTime" REAL,
    "title" TEXT,
    "link" TEXT,
    "posted" TEXT,
    "category" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'video',
    "trying" TEXT,
    "private" BOOLEAN NOT NULL,
    CONSTRAINT "Reading_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Reading_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Reading_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Estimate" (
    "readingId" BIGINT NOT NULL,
    "modelVersion" TEXT NOT NULL,
    "saves" REAL NOT NULL,
    "low" REAL NOT NULL,
    "high" REAL NOT NULL,
    "score" INTEGER,
    "verdict" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "learnedFrom" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("readingId", "modelVersion"),
    CONSTRAINT "Estimate_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TrueSave" (
    "readingId" BIGINT NOT NULL PRIMARY KEY,
    "creatorId" BIGINT NOT NULL,
    "handle" TEXT NOT NULL,
    "saves" BIGINT NOT NULL,
    "savesStep" BIGINT NOT NULL,
    "toldAt" DATETIME NOT NULL,
    "toldBy" BIGINT NOT NULL,
    CONSTRAINT "TrueSave_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TrueSave_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "creatorId" BIGINT NOT NULL,
    "input" JSONB NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Draft_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Video_creatorId_titleKey_idx" ON "Video"("creatorId", "titleKey");

-- CreateIndex
CREATE UNIQUE INDEX "Video_creatorId_identity_key" ON "Video"("creatorId", "identity");

-- CreateIndex
CREATE INDEX "Reading_videoId_takenAt_idx" ON "Reading"("videoId", "takenAt");

-- CreateIndex
CREATE INDEX "Reading_creatorId_takenAt_idx" ON "Reading"("creatorId", "takenAt");

-- CreateIndex
CREATE INDEX "Reading_guildId_takenAt_idx" ON "Reading"("guildId", "takenAt");

-- CreateIndex
CREATE INDEX "TrueSave_creatorId_handle_toldAt_idx" ON "TrueSave"("creatorId", "handle", "toldAt");

-- CreateIndex
CREATE INDEX "TrueSave_toldBy_idx" ON "TrueSave"("toldBy");

-- CreateIndex
CREATE INDEX "Draft_expiresAt_idx" ON "Draft"("expiresAt");
