/// Puts network, objective, gradient and update together into the text of a whole training step, for one device or for
/// several that share each batch. Decides in which order the parts come, and where each finds its tensors.
///
/// ## What was tried to make a training step fast and small
/// MobileFaceNet, batch 32, channels-last, float32, oneDNN at AVX2, 2 cores of a virtual EPYC whose page faults
/// are dear (a copy of 51 MB: 2 ms into memory at hand, 110 ms into fresh memory). Each line is one process of
/// `TrainingStepBench`: range of 4 steps after 2, peak resident memory. Other tenants move times by 20 % and
/// once by 2x, so lines that overlap are alike.
///
/// | gradient | memory of the process | step ms | peak MB |
/// |---|---|---|---|
/// | DJL blocks | as glibc does | 3763-4473 | 3277 |
/// | autograd (stands in for PyTorch eager) | as glibc does | 1637-2390 | 1951 |
/// | autograd | huge pages (`THP_MEM_ALLOC_ENABLE`) | 1422-1761 | 1490 |
/// | autograd | one arena, nothing unmapped or trimmed, by environment | 844-955 | 1920 |
/// | autograd | nothing unmapped or trimmed, by `mallopt` | 988-1797 | 2064 |
/// | autograd | the same and a pad of 256 MB | 629-732 | 2118 |
/// | ours | as glibc does | 1420-1638 | 1368 |
/// | **ours** | **`NativeMemory.keepFreed`: `mallopt` with the pad** | 605-767 | 1462 |
/// | ours | `mallopt`, on a thread of the main arena | 531-660 | 1278 |
///
/// So the time is the allocator's and the memory is the gradient's: between autograd and ours under the same
/// `mallopt` no difference in time has been shown. Of single operations, on 12.8 million elements: PReLU's
/// gradient 44 ms as PyTorch has it; the four passes that stand for it here 10 ms by their sum. Did not help:
/// 1x1 convolutions as `mm` on `[N·H·W, C]` (12.5 ms against oneDNN's 8.9 forward, slower backward too); PReLU
/// as `where` (40 ms against 2); sums by `mv` (4.1 against 1.8). Splitting the batch inside a step is not open
/// to a network with BatchNorm, whose statistics are of the whole batch.
@NullMarked
package dev.facewright.ml.torch.step;

import org.jspecify.annotations.NullMarked;
