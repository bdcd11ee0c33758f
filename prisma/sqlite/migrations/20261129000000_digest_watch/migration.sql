-- CreateTable
CREATE TABLE "DigestWatch" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "seenAt" DATETIME NOT NULL,
    "lookUntil" DATETIME NOT NULL
);
