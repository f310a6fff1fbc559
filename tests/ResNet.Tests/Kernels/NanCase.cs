namespace ResNet.Tests.Kernels;

/// <summary>A kernel with one operand left open.</summary>
/// <param name="Kernel">the kernel and its open operand</param>
/// <param name="Length">how many values the open operand has</param>
/// <param name="Run">the kernel's outcome from the open operand</param>
/// <param name="Reached">where in the outcome a value of the operand, at its place, has a part</param>
internal sealed record NanCase(string Kernel, int Length, Func<float[], float[]> Run, Func<int, IEnumerable<int>> Reached)
{
    /// <summary>The places of the operand at which a NaN does not show in exactly the values it has a part in.</summary>
    public IEnumerable<int> Failures()
    {
        float[] drawn = UniformDraw.Of(new Random(Length), Length);
        for (int place = 0; place < Length; place++)
        {
            float[] operand = [.. drawn];
            operand[place] = float.NaN;
            float[] outcome = Run(operand);
            bool[] reached = new bool[outcome.Length];
            foreach (int index in Reached(place)) reached[index] = true;
            if (!outcome.Select(float.IsNaN).SequenceEqual(reached)) yield return place;
        }
    }
}
