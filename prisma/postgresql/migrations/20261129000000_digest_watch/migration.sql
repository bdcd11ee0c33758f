-- CreateTable
CREATE TABLE "DigestWatch" (
    "name" TEXT NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,
    "lookUntil" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DigestWatch_pkey" PRIMARY KEY ("name")
);
