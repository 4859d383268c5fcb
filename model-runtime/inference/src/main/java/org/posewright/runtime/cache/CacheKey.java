package org.posewright.runtime.cache;

/**
 * Names the candidates of one picture by everything that they depend on.
 *
 * @param modelHash {@link ContentHash} of the model file
 * @param imageHash {@link ContentHash} of the picture file
 * @param settings what else the network input and the candidates depend on: geometry, floor, device
 */
public record CacheKey(String modelHash, String imageHash, String settings) {}
