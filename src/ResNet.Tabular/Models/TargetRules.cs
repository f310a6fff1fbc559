namespace ResNet.Tabular;

/// <summary>The rules by which label columns say what a model predicts.</summary>
internal static class TargetRules
{
    /// <summary>Finds the target, and what one could doubt about it.</summary>
    /// <param name="training">the rows to fit to</param>
    /// <param name="all">these and others, by which is decided what the labels are</param>
    /// <param name="labels">the columns to predict, at least one</param>
    /// <param name="told">the task if it was told</param>
    /// <param name="doubts">receives the doubts, in words</param>
    /// <exception cref="ArgumentException">the labels do not go together.</exception>
    /// <exception cref="InvalidDataException">a label is missing or not as it should be.</exception>
    public static ModelTarget Find(
        Table training, Table all, IReadOnlyList<string> labels, TabularTask? told, out IReadOnlyList<string> doubts)
    {
        if (labels.Count == 0) throw new ArgumentException("There is no label to predict.", nameof(labels));
        if (labels.Distinct().Count() < labels.Count) throw new ArgumentException("A label is there twice.", nameof(labels));
        LabelFinding[] found = [.. labels.Select(label => LabelRules.Find(all, all.IndexOf(label), told))];
        if (Array.Find(found, finding => finding.Refusal is not null)?.Refusal is { } refusal) throw refusal;
        ModelTarget target = Of(training, labels, found, told);
        doubts = [.. found.SelectMany(finding => finding.Doubts), .. target.Doubts];
        return target;
    }

    private static ModelTarget Of(Table training, IReadOnlyList<string> labels, LabelFinding[] found, TabularTask? told)
    {
        if (Array.TrueForAll(found, finding => finding.Task == TabularTask.Regression))
        {
            return new NumbersTarget(labels, [.. found.Select(finding => finding.Format!)]);
        }

        int number = Array.FindIndex(found, finding => finding.Task == TabularTask.Regression);
        if (number >= 0)
        {
            int other = Array.FindIndex(found, finding => finding.Task != TabularTask.Regression);
            throw new ArgumentException(
                $"'{labels[number]}' is a number, but '{labels[other]}' a class; several labels must be all of one kind. " +
                $"{nameof(TabularTask)}.{nameof(TabularTask.Regression)} as the task takes all for numbers.");
        }

        ClassLabels[] classes = [.. labels.Select(label => ClassLabels.Fit(training, label))];
        if (labels.Count == 1 && told != TabularTask.MultiLabel) return new ClassTarget(classes[0]);
        return Array.Find(classes, label => label.Classes.Count != 2) is { } odd
            ? throw new ArgumentException(
                $"'{odd.Column}' has {odd.Classes.Count} classes; of several labels each must have two, such as no and yes.")
            : new MembershipTarget(classes);
    }
}
