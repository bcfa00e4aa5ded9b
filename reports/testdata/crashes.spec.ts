throw new Error('this spec cannot be loaded')
