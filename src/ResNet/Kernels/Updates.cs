using System.Numerics;
using System.Runtime.CompilerServices;

namespace ResNet;

/// <summary>An optimizer's update of a run of weights w from their gradients g, both moments kept beside them.</summary>
internal static class Updates
{
    /// <summary>g ← g + λw; v ← μv + g; w ← w − ηv, or w − η(g + μv) with Nesterov's look-ahead.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sgd(
        Span<float> w, ReadOnlySpan<float> g, Span<float> v, float rate, float momentum, float decay, float clip, bool nesterov)
    {
        int i = 0;
        for (; i + Vector<float>.Count <= w.Length; i += Vector<float>.Count)
        {
            var weight = new Vector<float>(w[i..]);
            Vector<float> gradient = new Vector<float>(g[i..]) * clip + weight * decay;
            Vector<float> velocity = new Vector<float>(v[i..]) * momentum + gradient;
            velocity.CopyTo(v[i..]);
            (weight - (nesterov ? gradient + velocity * momentum : velocity) * rate).CopyTo(w[i..]);
        }

        for (; i < w.Length; i++)
        {
            float gradient = g[i] * clip + w[i] * decay;
            v[i] = v[i] * momentum + gradient;
            w[i] -= (nesterov ? gradient + v[i] * momentum : v[i]) * rate;
        }
    }

    /// <summary>
    /// g ← g + λw; m ← β₁m + (1 − β₁)g; v ← β₂v + (1 − β₂)g²; w ← w·keep − η·(m/c₁)/(√(v/c₂) + ε).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Adam(Span<float> w, ReadOnlySpan<float> g, Span<float> m, Span<float> v, in AdamStep step)
    {
        int i = 0;
        for (; i + Vector<float>.Count <= w.Length; i += Vector<float>.Count)
        {
            var weight = new Vector<float>(w[i..]);
            Vector<float> gradient = new Vector<float>(g[i..]) * step.Clip + weight * step.Decay;
            Vector<float> first = new Vector<float>(m[i..]) * step.Beta1 + gradient * (1 - step.Beta1);
            Vector<float> second = new Vector<float>(v[i..]) * step.Beta2 + gradient * gradient * (1 - step.Beta2);
            first.CopyTo(m[i..]);
            second.CopyTo(v[i..]);
            Vector<float> root = Vector.SquareRoot(second / new Vector<float>(step.Correction2)) + new Vector<float>(step.Epsilon);
            (weight * step.Keep - first / new Vector<float>(step.Correction1) / root * step.Rate).CopyTo(w[i..]);
        }

        for (; i < w.Length; i++)
        {
            float gradient = g[i] * step.Clip + w[i] * step.Decay;
            m[i] = m[i] * step.Beta1 + gradient * (1 - step.Beta1);
            v[i] = v[i] * step.Beta2 + gradient * gradient * (1 - step.Beta2);
            float root = MathF.Sqrt(v[i] / step.Correction2) + step.Epsilon;
            w[i] = w[i] * step.Keep - m[i] / step.Correction1 / root * step.Rate;
        }
    }
}

/// <summary>The numbers of one step of Adam or AdamW.</summary>
/// <param name="Rate">learning rate η</param>
/// <param name="Beta1">decay of the first moment</param>
/// <param name="Beta2">decay of the second moment</param>
/// <param name="Epsilon">ε, outside the root</param>
/// <param name="Correction1">1 − β₁ᵗ</param>
/// <param name="Correction2">1 − β₂ᵗ</param>
/// <param name="Decay">λ of the decay that is added to the gradient (Adam)</param>
/// <param name="Keep">1 − ηλ of the decoupled decay (AdamW)</param>
/// <param name="Clip">the factor that clipping puts before the gradient</param>
internal readonly record struct AdamStep(
    float Rate, float Beta1, float Beta2, float Epsilon, float Correction1, float Correction2, float Decay, float Keep, float Clip);
