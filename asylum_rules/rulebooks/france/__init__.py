"""French rules for stopping small boats on the Channel coast, before and after the doctrine of 25 November 2025."""
