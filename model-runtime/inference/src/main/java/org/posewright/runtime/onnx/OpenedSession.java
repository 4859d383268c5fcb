package org.posewright.runtime.onnx;

import ai.onnxruntime.OrtSession;
import org.posewright.runtime.DeviceReport;

/** A session with what it really runs on. */
record OpenedSession(OrtSession session, DeviceReport device, SessionThreads threads) {}
