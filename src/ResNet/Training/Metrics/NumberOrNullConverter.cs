using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ResNet;

/// <summary>
/// A number as JSON has it, and null where it is not finite, which JSON has no number for; null is read as NaN. Under options that
/// allow <c>"NaN"</c>, <c>"Infinity"</c> and <c>"-Infinity"</c> (<see cref="JsonNumberHandling.AllowNamedFloatingPointLiterals"/>) it
/// is these instead of null.
/// </summary>
/// <typeparam name="T">float or double</typeparam>
public sealed class NumberOrNullConverter<T> : JsonConverter<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        bool named = HasNames(options);
        if (reader.TokenType == JsonTokenType.Null && !named) return T.NaN;
        if (reader.TokenType == JsonTokenType.String && named && reader.GetString() is "NaN" or "Infinity" or "-Infinity")
        {
            return T.Parse(reader.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        if (reader.TokenType != JsonTokenType.Number) throw new JsonException($"Expected a number, but found {reader.TokenType}.");
        return typeof(T) == typeof(float) ? T.CreateTruncating(reader.GetSingle()) : T.CreateTruncating(reader.GetDouble());
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!T.IsFinite(value) && HasNames(options)) writer.WriteStringValue(value.ToString(null, CultureInfo.InvariantCulture));
        else if (!T.IsFinite(value)) writer.WriteNullValue();
        else if (typeof(T) == typeof(float)) writer.WriteNumberValue(float.CreateTruncating(value));
        else writer.WriteNumberValue(double.CreateTruncating(value));
    }

    private static bool HasNames(JsonSerializerOptions options) =>
        options.NumberHandling.HasFlag(JsonNumberHandling.AllowNamedFloatingPointLiterals);
}
