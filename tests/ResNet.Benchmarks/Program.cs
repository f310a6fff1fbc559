using BenchmarkDotNet.Running;
using ResNet.Benchmarks;
using ResNet.Benchmarks.Tables;

if (args is ["workloads", ..]) return WorkloadsCommand.Run(args[1..]);
if (args is ["onnx", ..]) return OnnxCommand.Run(args[1..]);
if (args is ["tables", ..]) return TablesCommand.Run(args[1..]);
if (args is [TableTurn.Command, var turn, var file]) return TableTurn.Run(turn, file);
BenchmarkSwitcher.FromAssembly(typeof(Workload).Assembly).Run(args);
return 0;
