-- CreateTable
CREATE TABLE "VideoAlias" (
    "creatorId" BIGINT NOT NULL,
    "identity" TEXT NOT NULL,
    "videoId" BIGINT NOT NULL,

    PRIMARY KEY ("creatorId", "identity"),
    CONSTRAINT "VideoAlias_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "VideoAlias_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Undo" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "creatorId" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Undo_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "VideoAlias_videoId_idx" ON "VideoAlias"("videoId");

-- CreateIndex
CREATE INDEX "Undo_creatorId_id_idx" ON "Undo"("creatorId", "id");

-- CreateIndex
CREATE INDEX "Undo_expiresAt_idx" ON "Undo"("expiresAt");

-- CreateIndex
CREATE INDEX "Video_creatorId_id_idx" ON "Video"("creatorId", "id");
