"""Subject targets: colour keying on plain backgrounds, saliency refined by GrabCut on all others."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Map = NDArray[np.float32]
_SALIENT, _SURE, _GROUND = 0.35, 0.8, 0.2  # saliency thresholds
_AWAY = 7  # px (photo of 300 px): distance from salient pixels beyond which a pixel is background
_ROUNDS = 4  # GrabCut iterations
_LEAST_ALIKE = 0.5  # IoU of the GrabCut mask with the salient pixels; below it the mask is rejected
_SPECK = 0.02  # fraction of the largest component; smaller components are dropped
_RING = 0.04  # fraction of the shorter side: width of the border the background is fitted to
_PLAIN = 0.85  # fraction of the border that must match the background
_NEAR, _FAR = 7.0, 20.0  # L*a*b* distances from the background: alpha 0 below, alpha 1 above
_SOLID = 0.8  # of the subject's distance beside a pixel, from which its alpha is 1
_SHADE = 30.0  # largest L*a*b* distance of a cast shadow
_HOLE = 10  # px: smallest hole that is tested
_SMALLEST, _LARGEST = 0.01, 0.9  # fractions of the photo that a keyed subject may cover


@dataclass(frozen=True, eq=False)
class Subject:
    """The subject of a photo [H, W, 3]."""

    share: Map  # [H, W], alpha of the subject, 0 … 1
    certainty: Map  # [H, W], confidence in `share`, 0 … 1
    ground: NDArray[np.float32] | None  # [H, W, 3] sRGB 0 … 255, the background if it is plain


def find_subject(photo: NDArray[np.uint8], saliency: Map) -> Subject:
    """The subject of an sRGB photo [H, W, 3] with saliency [H, W] in 0 … 1."""
    return _on_plain_ground(photo, saliency) or _by_saliency(photo, saliency)


def cut_out(photo: NDArray[np.uint8], subject: Subject) -> NDArray[np.uint8]:
    """The subject as RGBA [H, W, 4]; the colour of a plain background is removed from its edges."""
    colors = photo.astype(np.float32)
    share = subject.share[..., None]
    if subject.ground is not None:  # pixel = subject · share + background · (1 − share)
        part = np.maximum(share, 0.2)
        colors = np.where(share < 1, (colors - (1 - part) * subject.ground) / part, colors).clip(0, 255)
    return np.rint(np.concatenate([colors, share * 255], axis=2)).astype(np.uint8)


def _on_plain_ground(photo: NDArray[np.uint8], saliency: Map) -> Subject | None:
    lab = cv2.cvtColor(photo.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    ground_lab, share_plain = _ground(lab)
    if share_plain < _PLAIN:
        return None
    off = lab - ground_lab
    distance = np.sqrt((off**2).sum(-1))
    # A cast shadow is darker than the background, has its hue, and is not salient.
    shadow = (np.hypot(off[..., 1], off[..., 2]) < _NEAR) & (off[..., 0] < 0) & (distance < _SHADE)
    distance = np.where(shadow & (saliency < _GROUND), 0, distance).astype(np.float32)
    behind = _reached_or_empty((distance < 0.5 * (_NEAR + _FAR)).astype(np.uint8), saliency)
    # A mixed pixel's distance is to be compared with that of the subject beside it.
    beside = cv2.dilate(distance, np.ones((5, 5), np.uint8))
    share = ((distance - _NEAR) / (np.maximum(_SOLID * beside, _FAR) - _NEAR)).clip(0, 1)
    inner = cv2.erode((behind == 0).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    share = np.where(inner, 1, np.where(cv2.dilate(behind, np.ones((5, 5), np.uint8)) > 0, share, 1))
    solid = _parts((share > 0.5).astype(np.uint8))
    share = np.where(cv2.dilate(solid, np.ones((3, 3), np.uint8)) > 0, share, 0).astype(np.float32)
    covered = float((share > 0.5).mean())
    if not _SMALLEST < covered < _LARGEST:
        return None
    ground = cv2.cvtColor(ground_lab, cv2.COLOR_LAB2RGB) * 255
    return Subject(share, np.ones_like(share), ground.clip(0, 255))


def _ground(lab: NDArray[np.float32]) -> tuple[NDArray[np.float32], float]:
    """The background as a quadratic colour field [H, W, 3] fitted to the border, and the fraction of inliers."""
    height, width = lab.shape[:2]
    ring = np.zeros((height, width), dtype=bool)
    depth = max(2, round(_RING * min(height, width)))
    ring[:depth] = ring[-depth:] = ring[:, :depth] = ring[:, -depth:] = True
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    terms = np.stack([np.ones_like(x), x, y, x * x, y * y, x * y], axis=-1).astype(np.float32)
    values, basis = lab[ring], terms[ring]
    fitted = np.broadcast_to(np.median(values, axis=0), values.shape)
    field, alike = np.broadcast_to(np.median(values, axis=0), lab.shape), np.zeros(len(values), dtype=bool)
    for reach in (2 * _NEAR, _NEAR):
        alike = np.sqrt(((values - fitted) ** 2).sum(-1)) < reach
        if alike.mean() < _PLAIN / 2:
            break
        weights = np.linalg.lstsq(basis[alike], values[alike], rcond=None)[0]
        field, fitted = terms @ weights, basis @ weights
    return field.astype(np.float32), float(alike.mean())


def _reached_or_empty(alike: NDArray[np.uint8], saliency: Map) -> NDArray[np.uint8]:
    """Background pixels: background-coloured components that touch the border, or holes without saliency."""
    _, parts, statistics, _ = cv2.connectedComponentsWithStats(alike, connectivity=4)
    border = np.unique(np.concatenate([parts[0], parts[-1], parts[:, 0], parts[:, -1]]))
    level = np.bincount(parts.ravel(), weights=saliency.ravel()) / np.maximum(statistics[:, cv2.CC_STAT_AREA], 1)
    ground = (level < _SALIENT) & (statistics[:, cv2.CC_STAT_AREA] >= _HOLE)
    ground[border] = True
    ground[0] = False  # pixels unlike the background
    return ground[parts].astype(np.uint8)


def _by_saliency(photo: NDArray[np.uint8], saliency: Map) -> Subject:
    salient = (saliency > _SALIENT).astype(np.uint8)
    if not salient.any() or salient.all():
        return Subject(saliency, np.full_like(saliency, 0.3), None)
    away = max(1, round(_AWAY * max(salient.shape) / 300))
    near = cv2.dilate(salient, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * away + 1, 2 * away + 1)))
    labels = np.where(salient > 0, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    labels[saliency > _SURE] = cv2.GC_FGD
    labels[(saliency < _GROUND) & (near == 0)] = cv2.GC_BGD
    if (labels == cv2.GC_BGD).any():
        cv2.setRNGSeed(0)  # GrabCut starts its colour models with k-means
        models = np.zeros((1, 65)), np.zeros((1, 65))
        cv2.grabCut(np.ascontiguousarray(photo), labels, None, *models, _ROUNDS, cv2.GC_INIT_WITH_MASK)
    mask = _parts((labels & 1).astype(np.uint8))  # GC_FGD and GC_PR_FGD are odd
    alike = (mask & salient).sum() / max(int((mask | salient).sum()), 1)
    if alike < _LEAST_ALIKE:
        mask = _parts(salient)
    smooth = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 1.0)
    share = ((smooth - 0.5) * 2.5 + 0.5).clip(0, 1)
    certainty = 1 - 0.8 * np.abs(share - saliency) * (1 if alike >= _LEAST_ALIKE else 1.2)
    return Subject(share.astype(np.float32), certainty.clip(0, 1).astype(np.float32), None)


def _parts(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The mask without small components, with pinholes filled."""
    _, parts, statistics, _ = cv2.connectedComponentsWithStats(mask)
    areas = statistics[:, cv2.CC_STAT_AREA].copy()
    areas[0] = 0
    kept = (areas > _SPECK * areas.max())[parts]
    kept &= parts > 0
    _, holes, sizes, _ = cv2.connectedComponentsWithStats((~kept).astype(np.uint8), connectivity=4)
    pinhole = sizes[:, cv2.CC_STAT_AREA] < _HOLE
    pinhole[0] = False
    return (kept | pinhole[holes]).astype(np.uint8)
