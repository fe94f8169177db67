"""Papers and calendar files of the rota: what they tell, and the page on which they are made; no Qt."""
