namespace ResNet;

/// <summary>An optimizer's update of a weight w from its gradient g, with one or two moments kept beside it.</summary>
internal unsafe interface IUpdate
{
    /// <summary>Gives the new w, and updates the moments where they lie.</summary>
    TVector Apply<TSimd, TVector>(TVector w, TVector g, float* first, float* second)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;
}
