using System.Collections;
using System.Reflection;
using ResNet.Tabular;
using ResNet.Tests.Tabular;

namespace ResNet.Tests;

/// <summary>A public parameter that takes values of an enumeration, or a public property that can be set to them.</summary>
internal sealed record EnumArgument(MethodBase Method, ParameterInfo Parameter, Type Enumeration)
{
    /// <summary>What members are called on, and what they take beside; what has a constructor without parameters is not here.</summary>
    private static readonly Dictionary<Type, Func<object>> samples = new()
    {
        [typeof(int)] = () => 1,
        [typeof(string)] = () => "name",
        [typeof(SettingsBuilder<>)] = () => Network.Create(3),
        [typeof(NetworkBuilder)] = () => Network.Create(3),
        [typeof(ResidualBlockBuilder)] = () => ResidualBlock.Create(3, 3),
        [typeof(Schedule)] = () => Schedule.Constant,
        [typeof(StepSchedule)] = () => new StepSchedule(every: 1),
        [typeof(Nullable<>)] = () => 1,
        [typeof(float)] = () => 0f,
        [typeof(SampleShape)] = () => new SampleShape(3),
        [typeof(FirstValues)] = () => FirstValues.Constant(0),
        [typeof(PartArray)] = () => new PartArray("name", 3, null, ArrayKind.Bias, default),
        [typeof(ActivationPart)] = () => new ActivationPart("name", new SampleShape(3), Activation.Relu),
        [typeof(NormPart)] = () => new NormPart("name", new SampleShape(3), Normalization.Batch, default),
        [typeof(TabularModel)] = () => Brief.Fit(Brief.Table),
        [typeof(ExponentialSchedule)] = () => new ExponentialSchedule(factor: 1),
    };

    /// <summary>The parameter's own name, and of a property that of the property.</summary>
    public string Name => IsOfProperty ? Method.Name["set_".Length..] : Parameter.Name!;

    private bool IsOfProperty => Method.IsSpecialName && Parameter.Name == "value";

    /// <summary>All in an assembly's public types, where each is declared.</summary>
    public static IEnumerable<EnumArgument> In(Assembly assembly) =>
        from type in assembly.GetExportedTypes()
        from method in type.GetMembers(
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).OfType<MethodBase>()
        from parameter in method.GetParameters()
        where !parameter.IsOut
        let enumeration = EnumerationIn(parameter.ParameterType)
        where enumeration is not null
        select new EnumArgument(method, parameter, enumeration);

    /// <summary>Calls the member with a value that the enumeration may not have, the first or only one where it takes several.</summary>
    public void Give(int number)
    {
        object undefined = Enum.ToObject(Enumeration, number);
        object?[] arguments =
        [
            .. Method.GetParameters().Select(parameter =>
                parameter.Position == Parameter.Position ? Holding(undefined, parameter.ParameterType)
                : parameter.HasDefaultValue ? parameter.DefaultValue
                : Sample(parameter.ParameterType)),
        ];
        if (Method is ConstructorInfo constructor)
        {
            constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            return;
        }

        object? target = Method.IsStatic ? null : Sample(Method.DeclaringType!);
        MethodBase closed = Method.ContainsGenericParameters
            ? target!.GetType().GetMethods().Single(method => method.HasSameMetadataDefinitionAs(Method))
            : Method;
        closed.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
    }

    public override string ToString() => $"{Method.DeclaringType!.Name}.{(IsOfProperty ? Name : $"{Method.Name}({Name})")}";

    private static Type? EnumerationIn(Type type) =>
        type.IsEnum && type.Assembly.GetName().Name!.StartsWith("ResNet", StringComparison.Ordinal) ? type
        : type.HasElementType ? EnumerationIn(type.GetElementType()!)
        : type.GetGenericArguments().Select(EnumerationIn).FirstOrDefault(enumeration => enumeration is not null);

    private static object Holding(object value, Type type)
    {
        if (type.IsInstanceOfType(value)) return value;
        var list = Array.CreateInstance(value.GetType(), 1);
        list.SetValue(value, 0);
        if (type.IsInstanceOfType(list)) return list;
        if (type.GetGenericArguments() is [var keys, var values])
        {
            var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(keys, values))!;
            dictionary.Add(keys.IsEnum ? value : Sample(keys), values.IsEnum ? value : Sample(values));
            if (type.IsInstanceOfType(dictionary)) return dictionary;
        }

        throw new NotSupportedException($"{nameof(EnumArgument)} does not know how to put a value into a {type}.");
    }

    private static object Sample(Type type)
    {
        if (samples.TryGetValue(type.IsGenericType ? type.GetGenericTypeDefinition() : type, out Func<object>? make)) return make();
        return type.GetConstructor(Type.EmptyTypes)?.Invoke(null)
            ?? throw new NotSupportedException($"Give {nameof(EnumArgument)} a sample of {type}.");
    }
}
