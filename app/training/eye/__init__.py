"""Training program of the eye, the network that predicts the subject of a photo and the contours worth drawing."""
