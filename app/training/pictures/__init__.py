"""Pictures with captions made from pictograms: renders, outlines, drawings and scenes."""
