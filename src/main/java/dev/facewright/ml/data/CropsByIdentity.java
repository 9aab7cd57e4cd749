package dev.facewright.ml.data;

import java.util.ArrayList;
import java.util.List;

/// The crops of each identity that has any, and their shuffled orders.
///
/// @param crops  indexes into the source, one array an identity
record CropsByIdentity(int size, List<int[]> crops) {
    // The orders must not follow the shuffle of the whole epoch, nor each other.
    private static final long ROUND_SALT = 0x6A09E667F3BCC909L;
    private static final long TURN_SALT = 0xBB67AE8584CAA73BL;

    static CropsByIdentity of(CropSource source) {
        List<List<Integer>> found = new ArrayList<>();
        for (int label = 0; label < source.identities(); label++) {
            found.add(new ArrayList<>());
        }
        for (int i = 0; i < source.size(); i++) {
            found.get(source.label(i)).add(i);
        }
        List<int[]> crops = found.stream()
                .filter(each -> !each.isEmpty())
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        return new CropsByIdentity(source.size(), crops);
    }

    int identities() {
        return crops.size();
    }

    /// Every identity once, in the order of one round through all of them.
    int[] round(long seed, int epoch, int round) {
        return EpochSampler.permutation(identities(), EpochSampler.random(seed ^ ROUND_SALT, epoch, round));
    }

    /// The crop of an identity's n-th turn in an epoch: each of its crops once, in some order, before any again.
    int turn(int identity, int turn, long seed, int epoch) {
        int[] own = crops.get(identity);
        long place = (long) (turn / own.length) * identities() + identity;
        int[] order = EpochSampler.permutation(own.length, EpochSampler.random(seed ^ TURN_SALT, epoch, place));
        return own[order[turn % own.length]];
    }
}
