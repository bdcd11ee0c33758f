-- AlterTable
ALTER TABLE "Reading" ADD COLUMN "shown" BOOLEAN NOT NULL DEFAULT false;
