"""Tiny unCLIPs of the real classes, with random weights, in the folders that real ones come in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    DDPMScheduler,
    PNDMScheduler,
    PriorTransformer,
    UnCLIPScheduler,
    UNet2DConditionModel,
    UNet2DModel,
)
from diffusers.pipelines.deprecated.unclip.text_proj import UnCLIPTextProjModel
from diffusers.pipelines.stable_diffusion.stable_unclip_image_normalizer import StableUnCLIPImageNormalizer
from transformers import (
    CLIPImageProcessor,
    CLIPTextConfig,
    CLIPTextModel,
    CLIPTextModelWithProjection,
    CLIPVisionConfig,
    CLIPVisionModelWithProjection,
)

WIDTH = 32  # of CLIP's embedding, as in tests.perception.tiny_clip
KARLO = {  # model_index.json as the makers have it: "unclip" is no library
    "_class_name": "UnCLIPPipeline",
    "_diffusers_version": "0.11.0.dev0",
    "decoder": ["diffusers", "UNet2DConditionModel"],
    "decoder_scheduler": ["diffusers", "UnCLIPScheduler"],
    "prior": ["diffusers", "PriorTransformer"],
    "prior_scheduler": ["diffusers", "UnCLIPScheduler"],
    "super_res_first": ["diffusers", "UNet2DModel"],
    "super_res_last": ["diffusers", "UNet2DModel"],
    "super_res_scheduler": ["diffusers", "UnCLIPScheduler"],
    "text_encoder": ["transformers", "CLIPTextModelWithProjection"],
    "text_proj": ["unclip", "UnCLIPTextProjModel"],
    "tokenizer": ["transformers", "CLIPTokenizer"],
}
KARLO_VARIATIONS = {
    "_class_name": "UnCLIPImageVariationPipeline",
    "_diffusers_version": "0.13.0.dev0",
    "decoder": ["diffusers", "UNet2DConditionModel"],
    "decoder_scheduler": ["diffusers", "UnCLIPScheduler"],
    "feature_extractor": ["transformers", "CLIPImageProcessor"],
    "image_encoder": ["transformers", "CLIPVisionModelWithProjection"],
    "super_res_first": ["diffusers", "UNet2DModel"],
    "super_res_last": ["diffusers", "UNet2DModel"],
    "super_res_scheduler": ["diffusers", "UnCLIPScheduler"],
    "text_encoder": ["transformers", "CLIPTextModelWithProjection"],
    "text_proj": ["unclip", "UnCLIPTextProjModel"],
    "tokenizer": ["transformers", "CLIPTokenizer"],
}
STABLE = {
    "_class_name": "StableUnCLIPImg2ImgPipeline",
    "_diffusers_version": "0.15.0.dev0",
    "feature_extractor": ["transformers", "CLIPImageProcessor"],
    "image_encoder": ["transformers", "CLIPVisionModelWithProjection"],
    "image_noising_scheduler": ["diffusers", "DDPMScheduler"],
    "image_normalizer": ["stable_diffusion", "StableUnCLIPImageNormalizer"],
    "scheduler": ["diffusers", "PNDMScheduler"],
    "text_encoder": ["transformers", "CLIPTextModel"],
    "tokenizer": ["transformers", "CLIPTokenizer"],
    "unet": ["diffusers", "UNet2DConditionModel"],
    "vae": ["diffusers", "AutoencoderKL"],
}
_BEGIN, _END = "<|startoftext|>", "<|endoftext|>"


def save_karlo(folder: Path, seed: int = 0, index: dict[str, Any] = KARLO) -> Path:
    """Karlo, 16 px that become 32; with KARLO_VARIATIONS as its index, its sister that sees images."""
    return _save(folder, index, seed, _karlo_part)


def save_stable(folder: Path, seed: int = 0, *, width: int = WIDTH) -> Path:
    """Stable unCLIP, 32 px, with an embedding of any width."""
    return _save(folder, STABLE, seed, lambda name: _stable_part(name, width))


def files_of(folder: Path) -> list[dict[str, Any]]:
    """The folder's files as a catalogue lists them."""
    formats = {".safetensors": "safetensors", ".bin": "torch", ".json": "json", ".txt": "text"}
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return [
        {"name": name, "format": formats[Path(name).suffix], "url": "http://127.0.0.1:9/none", "sha256": None}
        for name in names
    ]


def _save(folder: Path, index: dict[str, Any], seed: int, part: Any) -> Path:
    folder.mkdir(parents=True)
    (folder / "model_index.json").write_text(json.dumps(index))
    state = torch.get_rng_state()
    torch.manual_seed(seed)
    for name in index:
        if name.endswith("tokenizer"):
            _save_tokenizer(folder / name)
        elif not name.startswith("_"):
            part(name).save_pretrained(folder / name)
    torch.set_rng_state(state)
    return folder


def _karlo_part(name: str) -> Any:
    across = 24  # width of the decoder's cross attention
    match name:
        case "prior":
            return PriorTransformer(num_attention_heads=2, attention_head_dim=12, embedding_dim=WIDTH, num_layers=1)
        case "text_encoder":
            return _text(CLIPTextModelWithProjection, WIDTH)
        case "text_proj":
            return UnCLIPTextProjModel(clip_embeddings_dim=WIDTH, time_embed_dim=64, cross_attention_dim=across)
        case "decoder":
            return UNet2DConditionModel(
                sample_size=16, in_channels=3, out_channels=6, layers_per_block=1, block_out_channels=(16, 32),
                down_block_types=("ResnetDownsampleBlock2D", "SimpleCrossAttnDownBlock2D"),
                mid_block_type="UNetMidBlock2DSimpleCrossAttn",
                up_block_types=("SimpleCrossAttnUpBlock2D", "ResnetUpsampleBlock2D"), cross_attention_dim=across,
                attention_head_dim=8, norm_num_groups=8, resnet_time_scale_shift="scale_shift",
                class_embed_type="identity",
            )  # fmt: skip
        case "super_res_first" | "super_res_last":
            return UNet2DModel(
                sample_size=32, in_channels=6, out_channels=3, layers_per_block=1, block_out_channels=(16, 32),
                down_block_types=("ResnetDownsampleBlock2D",) * 2, up_block_types=("ResnetUpsampleBlock2D",) * 2,
                norm_num_groups=8,
            )  # fmt: skip
        case "prior_scheduler":
            return UnCLIPScheduler(variance_type="fixed_small_log", prediction_type="sample", clip_sample_range=5.0)
        case "decoder_scheduler":
            return UnCLIPScheduler(variance_type="learned_range", prediction_type="epsilon")
        case "super_res_scheduler":
            return UnCLIPScheduler(variance_type="fixed_small_log", prediction_type="epsilon")
    return _eye(name, WIDTH)


def _stable_part(name: str, width: int) -> Any:
    match name:
        case "image_normalizer":
            return StableUnCLIPImageNormalizer(embedding_dim=width)
        case "image_noising_scheduler":
            return DDPMScheduler(beta_schedule="squaredcos_cap_v2")
        case "scheduler":
            return PNDMScheduler(beta_schedule="scaled_linear", prediction_type="v_prediction", skip_prk_steps=True)
        case "text_encoder":
            return _text(CLIPTextModel, 32)
        case "unet":
            return UNet2DConditionModel(
                sample_size=16, in_channels=4, out_channels=4, layers_per_block=1, block_out_channels=(16, 32),
                down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
                up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"), cross_attention_dim=32, attention_head_dim=(2, 4),
                norm_num_groups=8, class_embed_type="projection", projection_class_embeddings_input_dim=2 * width,
                use_linear_projection=True,
            )  # fmt: skip
        case "vae":
            return AutoencoderKL(
                block_out_channels=(8, 8), down_block_types=("DownEncoderBlock2D",) * 2,
                up_block_types=("UpDecoderBlock2D",) * 2, norm_num_groups=4, latent_channels=4,
            )  # fmt: skip
    return _eye(name, width)


def _eye(name: str, width: int) -> Any:
    if name == "feature_extractor":
        return CLIPImageProcessor(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32})
    return CLIPVisionModelWithProjection(
        CLIPVisionConfig(
            hidden_size=32, projection_dim=width, intermediate_size=37, num_hidden_layers=2, num_attention_heads=2,
            image_size=32, patch_size=8,
        )
    )  # fmt: skip


def _text(kind: Any, projection: int) -> Any:
    vocabulary = _vocabulary()
    return kind(
        CLIPTextConfig(
            hidden_size=32, projection_dim=projection, intermediate_size=37, num_hidden_layers=2,
            num_attention_heads=2, vocab_size=len(vocabulary), bos_token_id=vocabulary[_BEGIN],
            eos_token_id=vocabulary[_END], pad_token_id=vocabulary[_END],
        )
    )  # fmt: skip


def _vocabulary() -> dict[str, int]:
    """Letters alone, each as it stands within a word and at its end."""
    letters = [chr(code) for code in range(33, 127)]
    return {token: number for number, token in enumerate([*letters, *(f"{c}</w>" for c in letters), _BEGIN, _END])}


def _save_tokenizer(folder: Path) -> None:
    folder.mkdir()
    special = {"bos_token": _BEGIN, "eos_token": _END, "unk_token": _END, "pad_token": _END}
    (folder / "vocab.json").write_text(json.dumps(_vocabulary()))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    (folder / "special_tokens_map.json").write_text(json.dumps(special))
    stated = {"tokenizer_class": "CLIPTokenizer", "model_max_length": 77, "do_lower_case": True}
    (folder / "tokenizer_config.json").write_text(json.dumps(stated | special))
