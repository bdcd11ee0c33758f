-- CreateIndex
CREATE INDEX "Video_creatorId_handle_idx" ON "Video"("creatorId", "handle");
