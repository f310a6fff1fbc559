namespace ResNet.Tests.Reference;

/// <summary>Remembers every scalar of a computation with its parents, so that derivatives can be read off backwards.</summary>
public sealed class Tape
{
    private const int None = -1;

    private readonly List<Node> nodes = [];

    /// <summary>A number the computation starts from.</summary>
    public Scalar Variable(double value) => Add(new Node(value, None, 0, None, 0, Moves: true));

    /// <summary>Several numbers the computation starts from.</summary>
    public Scalar[] Variables(double[] values) => [.. values.Select(Variable)];

    /// <summary>The derivatives of <paramref name="result"/> with respect to everything on the tape.</summary>
    public Derivatives DerivativesOf(Scalar result)
    {
        double[] derivatives = new double[nodes.Count];
        derivatives[result.Index] = 1;
        for (int i = result.Index; i >= 0; i--)
        {
            Node node = nodes[i];
            if (node.Left != None)
            {
                derivatives[node.Left] += derivatives[i] * node.ByLeft;
            }

            if (node.Right != None)
            {
                derivatives[node.Right] += derivatives[i] * node.ByRight;
            }
        }

        return new Derivatives(derivatives);
    }

    internal double ValueAt(int index) => nodes[index].Value;

    internal bool MovesAt(int index) => nodes[index].Moves;

    /// <summary>A value computed from one parent, with its derivative by that parent.</summary>
    internal Scalar Record(double value, Scalar parent, double byParent) => Record(value, parent.Index, byParent, None, 0);

    /// <summary>A value computed from two parents, with its derivatives by each.</summary>
    internal Scalar Record(double value, Scalar left, double byLeft, Scalar right, double byRight) =>
        Record(value, left.Index, byLeft, right.Index, byRight);

    private Scalar Record(double value, int left, double byLeft, int right, double byRight)
    {
        bool moves = MovesBy(left, byLeft) || MovesBy(right, byRight);
        return Add(new Node(value, left, byLeft, right, byRight, moves));
    }

    private bool MovesBy(int parent, double byParent) => parent != None && byParent != 0 && nodes[parent].Moves;

    private Scalar Add(Node node)
    {
        nodes.Add(node);
        return new Scalar(this, nodes.Count - 1);
    }

    private readonly record struct Node(double Value, int Left, double ByLeft, int Right, double ByRight, bool Moves);
}
