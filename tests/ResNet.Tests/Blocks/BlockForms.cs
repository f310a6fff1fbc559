namespace ResNet.Tests.Blocks;

/// <summary>Every order of a block with every normalization.</summary>
public static class BlockForms
{
    public static TheoryData<BlockOrder, Normalization> All
    {
        get
        {
            TheoryData<BlockOrder, Normalization> forms = [];
            foreach (BlockOrder order in Enum.GetValues<BlockOrder>())
            {
                foreach (Normalization normalization in Enum.GetValues<Normalization>()) forms.Add(order, normalization);
            }

            return forms;
        }
    }
}
