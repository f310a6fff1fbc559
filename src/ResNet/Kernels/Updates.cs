using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ResNet;

/// <summary>An optimizer's update of a weight w from its gradient g, with one or two moments kept beside it.</summary>
internal unsafe interface IUpdate
{
    /// <summary>Gives the new w, and updates the moments where they lie.</summary>
    TVector Apply<TSimd, TVector>(TVector w, TVector g, float* first, float* second)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct;
}

/// <summary>g ← cg + λw; v ← μv + g; w ← w − ηv, or w − η(g + μv) with Nesterov's look-ahead.</summary>
/// <param name="Rate">learning rate η</param>
/// <param name="Momentum">μ</param>
/// <param name="Decay">λ</param>
/// <param name="Clip">the factor c that clipping puts before the gradient</param>
/// <param name="Nesterov">whether to look ahead</param>
internal readonly unsafe record struct SgdUpdate(float Rate, float Momentum, float Decay, float Clip, bool Nesterov) : IUpdate
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TSimd, TVector>(TVector w, TVector g, float* first, float* second)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TVector momentum = TSimd.Broadcast(Momentum);
        g = TSimd.Add(TSimd.Multiply(g, TSimd.Broadcast(Clip)), TSimd.Multiply(w, TSimd.Broadcast(Decay)));
        TVector velocity = TSimd.Add(TSimd.Multiply(TSimd.Load(first), momentum), g);
        TSimd.Store(velocity, first);
        TVector step = Nesterov ? TSimd.Add(g, TSimd.Multiply(velocity, momentum)) : velocity;
        return TSimd.Subtract(w, TSimd.Multiply(step, TSimd.Broadcast(Rate)));
    }
}

/// <summary>g ← cg + λw; m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; w ← w·keep − η·(m/c₁)/(√(v/c₂) + ε).</summary>
/// <param name="Rate">learning rate η</param>
/// <param name="Beta1">decay of the first moment</param>
/// <param name="Beta2">decay of the second moment</param>
/// <param name="Epsilon">ε, outside the root</param>
/// <param name="Correction1">c₁ = 1 − β₁ᵗ</param>
/// <param name="Correction2">c₂ = 1 − β₂ᵗ</param>
/// <param name="Decay">λ of the decay that is added to the gradient (Adam)</param>
/// <param name="Keep">1 − ηλ of the decoupled decay (AdamW)</param>
/// <param name="Clip">the factor c that clipping puts before the gradient</param>
internal readonly unsafe record struct AdamUpdate(
    float Rate, float Beta1, float Beta2, float Epsilon, float Correction1, float Correction2, float Decay, float Keep, float Clip) : IUpdate
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TSimd, TVector>(TVector w, TVector g, float* first, float* second)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        g = TSimd.Add(TSimd.Multiply(g, TSimd.Broadcast(Clip)), TSimd.Multiply(w, TSimd.Broadcast(Decay)));
        TVector m = TSimd.Add(
            TSimd.Multiply(TSimd.Load(first), TSimd.Broadcast(Beta1)), TSimd.Multiply(g, TSimd.Broadcast(1 - Beta1)));
        TVector v = TSimd.Add(
            TSimd.Multiply(TSimd.Load(second), TSimd.Broadcast(Beta2)),
            TSimd.Multiply(TSimd.Multiply(g, g), TSimd.Broadcast(1 - Beta2)));
        TSimd.Store(m, first);
        TSimd.Store(v, second);
        TVector root = TSimd.Add(TSimd.Sqrt(TSimd.Divide(v, TSimd.Broadcast(Correction2))), TSimd.Broadcast(Epsilon));
        TVector step = TSimd.Multiply(TSimd.Divide(TSimd.Divide(m, TSimd.Broadcast(Correction1)), root), TSimd.Broadcast(Rate));
        return TSimd.Subtract(TSimd.Multiply(w, TSimd.Broadcast(Keep)), step);
    }
}

/// <summary>Updates of runs of weights whose gradients lie in memory.</summary>
internal static unsafe class Updates
{
    /// <summary>Updates w and the moments; the second moments are empty where the update has one.</summary>
    public static void Run<TUpdate>(in TUpdate update, Span<float> w, ReadOnlySpan<float> g, Span<float> first, Span<float> second)
        where TUpdate : struct, IUpdate
    {
        fixed (float* weight = w, gradient = g, m = first, v = second)
        {
            int i = 0;
            if (Vector512.IsHardwareAccelerated) i = Run<TUpdate, Simd512, Vector512<float>>(update, i, w.Length, weight, gradient, m, v, weight);
            if (Vector256.IsHardwareAccelerated) i = Run<TUpdate, Simd256, Vector256<float>>(update, i, w.Length, weight, gradient, m, v, weight);
            if (Vector128.IsHardwareAccelerated) i = Run<TUpdate, Simd128, Vector128<float>>(update, i, w.Length, weight, gradient, m, v, weight);
            Run<TUpdate, SimdScalar, float>(update, i, w.Length, weight, gradient, m, v, weight);
        }
    }

    /// <summary>
    /// As many whole vectors as there are from that place on; gives the place after them. The new weights go where
    /// <paramref name="to"/> is, which may be w or g.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Run<TUpdate, TSimd, TVector>(in TUpdate update, int i, int end, float* w, float* g, float* first, float* second, float* to)
        where TUpdate : struct, IUpdate
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        TUpdate own = update; // a copy that can be held in registers
        for (; i + TSimd.Count <= end; i += TSimd.Count)
        {
            TSimd.Store(own.Apply<TSimd, TVector>(TSimd.Load(w + i), TSimd.Load(g + i), first + i, second + i), to + i);
        }

        return i;
    }
}
