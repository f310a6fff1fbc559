namespace ResNet;

/// <summary>A loop over results that go through an end as they are stored.</summary>
internal interface IStoringLoop
{
    void Run<TEnd>(in TEnd end)
        where TEnd : struct, IProductEnd;
}
