namespace ResNet;

/// <summary>An optimizer's update of a weight w from its gradient g, with one or two moments per weight.</summary>
internal unsafe interface IUpdate
{
    /// <summary>Returns the new w, and updates the moments in place.</summary>
    TVector Apply<TSimd, TVector>(TVector w, TVector g, float* first, float* second)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;
}
