"""``python -m training``: make the model, or the models of its cross-validation."""

from __future__ import annotations

import argparse
from pathlib import Path


def main() -> None:
    """Read the arguments and do what they say."""
    parser = argparse.ArgumentParser(
        prog="python -m training",
        description="Make the model from the data in KAWAT_DATA (default ../shared/data); needs kawat[train].",
        epilog="A run that was cut off goes on when it is started again. Examples: python -m training; "
        "python -m training --folds 0 1 2 3 4 --seeds 1",
    )
    parser.add_argument("--out", type=Path, default=Path("kawat/data/model"), help="where the model's files go")
    parser.add_argument("--work", type=Path, default=Path("out/training"), help="where checkpoints are kept")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3], help="of the last stage (default: 1 2 3)")
    parser.add_argument("--folds", type=int, nargs="+", choices=range(5), help="cross-validation: train these folds")
    parser.add_argument("--threads", type=int, default=1, help="CPU threads; two runs side by side beat two threads")
    arguments = parser.parse_args()
    try:
        import torch

        from training.make import Workshop
    except ImportError as error:
        raise SystemExit(f"training needs more packages ({error}): pip install '.[train]'") from error
    torch.set_num_threads(arguments.threads)
    workshop = Workshop(arguments.work)
    if arguments.folds is not None:
        for seed in arguments.seeds:
            for fold in arguments.folds:
                workshop.fold(seed, fold)
    else:
        workshop.make(arguments.seeds, arguments.out)


if __name__ == "__main__":
    main()
