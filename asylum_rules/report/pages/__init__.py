"""Reports as pages to hand on: one file each, without scripts, and with nothing fetched from elsewhere."""
