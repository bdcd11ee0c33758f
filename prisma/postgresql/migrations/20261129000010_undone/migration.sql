-- A change that was undone is known as such until its day is over.
ALTER TABLE "Undo" ADD COLUMN "undoneAt" TIMESTAMP(3);
