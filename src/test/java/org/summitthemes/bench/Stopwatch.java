package org.summitthemes.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Measures wall-clock time and the processor time of this process, which others do not disturb. */
final class Stopwatch {
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final long start = System.nanoTime();
  private final long cpuStart = system.getProcessCpuTime();

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  double cpuSeconds() {
    return (system.getProcessCpuTime() - cpuStart) / 1e9;
  }
}
