-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('removed', 'corrected', 'merged');

-- CreateTable
CREATE TABLE "VideoAlias" (
    "creatorId" BIGINT NOT NULL,
    "identity" TEXT NOT NULL,
    "videoId" BIGINT NOT NULL,

    CONSTRAINT "VideoAlias_pkey" PRIMARY KEY ("creatorId","identity")
);

-- CreateTable
CREATE TABLE "Undo" (
    "id" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "kind" "ChangeKind" NOT NULL,
    "payload" JSONB NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Undo_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "VideoAlias_videoId_idx" ON "VideoAlias"("videoId");

-- CreateIndex
CREATE INDEX "Undo_creatorId_id_idx" ON "Undo"("creatorId", "id");

-- CreateIndex
CREATE INDEX "Undo_expiresAt_idx" ON "Undo"("expiresAt");

-- CreateIndex
CREATE INDEX "Video_creatorId_id_idx" ON "Video"("creatorId", "id");

-- AddForeignKey
ALTER TABLE "VideoAlias" ADD CONSTRAINT "VideoAlias_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VideoAlias" ADD CONSTRAINT "VideoAlias_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Undo" ADD CONSTRAINT "Undo_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;
