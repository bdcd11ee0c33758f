-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Category" AS ENUM ('educational', 'entertaining', 'inspirational', 'aesthetic', 'valuable');

-- CreateEnum
CREATE TYPE "PostKind" AS ENUM ('video', 'photo');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('scored', 'too_early', 'too_small');

-- CreateTable
CREATE TABLE "Creator" (
    "id" BIGINT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Creator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Guild" (
    "id" BIGINT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leftAt" TIMESTAMP(3),

    CONSTRAINT "Guild_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "guildId" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("guildId","key")
);

-- CreateTable
CREATE TABLE "Video" (
    "id" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "identity" TEXT NOT NULL,
    "titleKey" TEXT,
    "tiktokId" BIGINT,
    "handle" TEXT,
    "kind" "PostKind" NOT NULL DEFAULT 'video',
    "link" TEXT,
    "title" TEXT,
    "posted" TEXT,
    "category" "Category",
    "duration" DOUBLE PRECISION,
    "toldInPrivate" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Video_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reading" (
    "id" BIGINT NOT NULL,
    "videoId" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "guildId" BIGINT,
    "takenAt" TIMESTAMP(3) NOT NULL,
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
    "watchTime" DOUBLE PRECISION,
    "title" TEXT,
    "link" TEXT,
    "posted" TEXT,
    "category" "Category",
    "kind" "PostKind" NOT NULL DEFAULT 'video',
    "trying" TEXT,
    "private" BOOLEAN NOT NULL,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Estimate" (
    "readingId" BIGINT NOT NULL,
    "modelVersion" TEXT NOT NULL,
    "saves" DOUBLE PRECISION NOT NULL,
    "low" DOUBLE PRECISION NOT NULL,
    "high" DOUBLE PRECISION NOT NULL,
    "score" INTEGER,
    "verdict" "Verdict" NOT NULL,
    "parts" JSONB NOT NULL,
    "learnedFrom" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Estimate_pkey" PRIMARY KEY ("readingId","modelVersion")
);

-- CreateTable
CREATE TABLE "TrueSave" (
    "readingId" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "handle" TEXT NOT NULL,
    "saves" BIGINT NOT NULL,
    "savesStep" BIGINT NOT NULL,
    "toldAt" TIMESTAMP(3) NOT NULL,
    "toldBy" BIGINT NOT NULL,

    CONSTRAINT "TrueSave_pkey" PRIMARY KEY ("readingId")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "input" JSONB NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Setting" ADD CONSTRAINT "Setting_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Video" ADD CONSTRAINT "Video_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_guildId_fkey" FOREIGN KEY ("guildId") REFERENCES "Guild"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Estimate" ADD CONSTRAINT "Estimate_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrueSave" ADD CONSTRAINT "TrueSave_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrueSave" ADD CONSTRAINT "TrueSave_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;
