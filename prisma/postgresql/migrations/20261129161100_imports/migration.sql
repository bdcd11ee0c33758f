-- CreateEnum
CREATE TYPE "DayPart" AS ENUM ('overview', 'viewers', 'followers');

-- AlterEnum
ALTER TYPE "ChangeKind" ADD VALUE 'imported';

-- AlterTable
ALTER TABLE "Reading" ADD COLUMN     "importId" BIGINT,
ADD COLUMN     "readOn" TEXT;

-- CreateTable
CREATE TABLE "Import" (
    "id" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "storedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountDay" (
    "importId" BIGINT NOT NULL,
    "creatorId" BIGINT NOT NULL,
    "handle" TEXT NOT NULL,
    "part" "DayPart" NOT NULL,
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

    CONSTRAINT "AccountDay_pkey" PRIMARY KEY ("importId","handle","part","day")
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

    CONSTRAINT "AccountHour_pkey" PRIMARY KEY ("importId","handle","day","hour")
);

-- CreateIndex
CREATE INDEX "Import_creatorId_id_idx" ON "Import"("creatorId", "id");

-- CreateIndex
CREATE INDEX "AccountDay_creatorId_handle_day_idx" ON "AccountDay"("creatorId", "handle", "day");

-- CreateIndex
CREATE INDEX "AccountHour_creatorId_handle_day_idx" ON "AccountHour"("creatorId", "handle", "day");

-- CreateIndex
CREATE INDEX "Reading_importId_idx" ON "Reading"("importId");

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountDay" ADD CONSTRAINT "AccountDay_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountHour" ADD CONSTRAINT "AccountHour_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountDay" ADD CONSTRAINT "AccountDay_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountHour" ADD CONSTRAINT "AccountHour_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "Creator"("id") ON DELETE CASCADE ON UPDATE CASCADE;
