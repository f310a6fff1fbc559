using BenchmarkDotNet.Running;
using ResNet.Benchmarks;

if (args is ["workloads", ..]) return WorkloadsCommand.Run(args[1..]);
if (args is ["onnx", ..]) return OnnxCommand.Run(args[1..]);
BenchmarkSwitcher.FromAssembly(typeof(Workload).Assembly).Run(args);
return 0;
