using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ResNet.Tabular;

/// <summary>The properties of objects that are rows.</summary>
internal static class RowProperties
{
    private const string Select = "select what is to be a column, as in rows.Select(row => new { row.Age, Job = row.Job.Name })";

    /// <summary>The public readable properties in the order of declaration, those of base types first.</summary>
    /// <exception cref="ArgumentException">the type has none, is no type of rows, or a property's type can be no cell.</exception>
    public static PropertyInfo[] Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(string parameter)
    {
        Type rows = typeof(T);
        if (CellValue.IsCell(rows) || rows.IsInterface || typeof(IEnumerable).IsAssignableFrom(rows))
        {
            throw new ArgumentException(
                $"Rows are objects with a property for each column, which those of the type {rows.Name} are not known to be; {Select}.",
                parameter);
        }

        PropertyInfo[] properties = [.. rows.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .GroupBy(property => property.Name, (_, hidden) => hidden.MaxBy(Depth)!)
            .OrderBy(Depth)];
        string? trouble = properties.Length == 0
            ? $"The type {rows.Name} has no public properties to be columns."
            : Array.Find(properties, property => !CellValue.IsCell(property.PropertyType)) is { } odd
                ? $"The property {odd.Name} is a {odd.PropertyType.Name}, which can be no cell; {Select}."
                : null;
        return trouble is null ? properties : throw new ArgumentException(trouble, parameter);
    }

    /// <summary>The value of a property; what it throws comes through.</summary>
    public static object? ValueIn(this PropertyInfo property, object row) =>
        property.GetValue(row, BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null);

    private static int Depth(PropertyInfo property)
    {
        int depth = 0;
        for (Type? type = property.DeclaringType; type is not null; type = type.BaseType) depth++;
        return depth;
    }
}
