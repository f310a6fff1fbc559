using ResNet.Benchmarks;

int threads = Environment.ProcessorCount, rounds = 5;
string filter = "";
for (int i = 0; i < args.Length; i += 2)
{
    switch (args[i..])
    {
        case ["--threads", var value, ..] when int.TryParse(value, out threads) && threads > 0: break;
        case ["--rounds", var value, ..] when int.TryParse(value, out rounds) && rounds > 0: break;
        case ["--filter", var value, ..]: filter = value; break;
        default:
            Console.Error.WriteLine("usage: [--threads N] [--filter TEXT] [--rounds N]");
            return 2;
    }
}

foreach (Workload workload in Workload.Named(filter)) Console.WriteLine(workload.MeasureAsJson(threads, rounds));

return 0;
