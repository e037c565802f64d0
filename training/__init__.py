"""Training: from annotated corpora to the weights that ship in `onrecord/data`.

Nothing here is imported by OnRecord. It needs the extra `train` (PyTorch, transformers, ONNX); what
it makes needs neither: the weights run on ONNX Runtime.
"""
