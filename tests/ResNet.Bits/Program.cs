using ResNet.Bits;

// prints the bits of random networks, a line each: run it on two checkouts and compare what they print
int count = args is [string number] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 300;
for (int seed = 0; seed < count; seed++) Console.WriteLine(NetworkBits.Of(seed));
