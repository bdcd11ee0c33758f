-- AlterTable
ALTER TABLE "Reading" ADD COLUMN "importId" BIGINT;
ALTER TABLE "Reading" ADD COLUMN "readOn" TEXT;

-- CreateTable
CREATE TABLE "Import" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "creatorId" BIGINT NOT NULL,
    "storedAt" DATETIME NOT NULL,
    CONSTRAINT "Import_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AccountDay" (
    "importId" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "handle" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "views" BIGINT,
    "profileViews" BIGINT,
    "likes" BIGINT,
    "comments" BIGINT,
    "shares" BIGINT,
    "viewers" BIGINT,
    "newViewers" BIGINT,
    "returningViewers" BIGINT,
    "followers" BIGINT,

    PRIMARY KEY ("importId", "handle", "part", "day"),
    CONSTRAINT "AccountDay_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AccountDay_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AccountHour" (
    "importId" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "handle" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "active" BIGINT NOT NULL,
    "asOf" TEXT NOT NULL,

    PRIMARY KEY ("importId", "handle", "day", "hour"),
    CONSTRAINT "AccountHour_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AccountHour_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Reading_importId_idx" ON "Reading"("importId");

-- CreateIndex
CREATE INDEX "Import_creatorId_id_idx" ON "Import"("creatorId", "id");

-- CreateIndex
CREATE INDEX "AccountDay_creatorId_handle_day_idx" ON "AccountDay"("creatorId", "handle", "day");

-- CreateIndex
CREATE INDEX "AccountHour_creatorId_handle_day_idx" ON "AccountHour"("creatorId", "handle", "day");
