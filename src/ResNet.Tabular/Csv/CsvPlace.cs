namespace ResNet.Tabular;

/// <summary>Where in the text of a CSV file a byte stands: within quotes, in a comment, or where a cell begins.</summary>
/// <param name="separator">what separates cells; a blank for runs of blanks</param>
/// <param name="quote">what quotes cells</param>
/// <param name="comment">what comments begin with; null for no comments</param>
internal struct CsvPlace(byte separator, byte quote, byte? comment)
{
    private bool isAtLine = true;
    private bool isAtCell = true;
    private bool hasJustClosed;

    /// <summary>Whether the next byte stands within quotes.</summary>
    public bool IsQuoted { get; private set; }

    /// <summary>Whether the next byte belongs to a comment.</summary>
    public bool IsComment { get; private set; }

    /// <summary>Goes behind a byte. A quote opens where a cell begins, blanks aside; elsewhere in a cell it is text.</summary>
    public void Pass(byte letter)
    {
        if (IsQuoted)
        {
            IsQuoted = letter != quote;
            hasJustClosed = !IsQuoted;
        }
        else if (letter is (byte)'\n' or (byte)'\r')
        {
            IsComment = hasJustClosed = false;
            isAtLine = isAtCell = true;
        }
        else if (!IsComment)
        {
            IsQuoted = letter == quote && (isAtCell || hasJustClosed); // "" within quotes closes and opens them
            IsComment = isAtLine && letter == comment;
            bool isBlank = letter is (byte)' ' or (byte)'\t';
            isAtLine &= isBlank && separator == ' ';
            isAtCell = letter == separator || (isAtCell && isBlank) || (isBlank && separator == ' ');
            hasJustClosed = false;
        }
    }
}
