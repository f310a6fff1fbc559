namespace ResNet;

/// <summary>What is done to each element of a span: a function of x, or a derivative multiplied onto what is in its place.</summary>
internal unsafe interface IElementStep
{
    /// <summary>The result from x and, for a derivative, from what stands where it will be stored.</summary>
    static abstract TVector Apply<TSimd, TVector>(TVector x, float* result)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;
}
